import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { textToFind } from '../find/find-hash.ts'
import { takeOver } from '../listen/hand-over.ts'
import { chooseSetting, getSetting, useSetting } from '../settings/settings.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'
import { useLater } from '../ui/use-later.ts'
import { useWanted } from '../ui/use-wanted.ts'
import { offerTools } from './open-tool.ts'
import { ReadingBar } from './ReadingBar.tsx'
import { type Reading, type SwitchTool, type ToolName, type ToolProps, tools } from './tools.ts'

interface Opened {
  name: ToolName
  Tool: ComponentType<ToolProps>
}

const switches = Object.values(tools).filter(tool => tool.kind === 'switch')

/** The bar beside an article, and what it opens: at most one panel and one strip. */
export default function ReadingTools(reading: Reading) {
  const [panel, setPanel] = useState<Opened | null>(null)
  const [strip, setStrip] = useState<Opened | null>(null)
  const Marks = useLater(() => import('../marks/ArticleMarks.tsx'))
  const Queue = useLater(() => import('../queue/QueueStrip.tsx'))
  const closePanel = useCallback(() => setPanel(null), [])
  const closeStrip = useCallback(() => setStrip(null), [])

  const open = useCallback(
    (name: ToolName) => {
      const tool = tools[name]
      if (tool.kind !== 'panel') closePanel()
      if (tool.kind === 'action') tool.run(reading, open)
      else if (tool.kind === 'switch')
        chooseSetting(tool.setting, getSetting(tool.setting) === 'on' ? 'off' : 'on')
      else {
        const set = tool.kind === 'panel' ? setPanel : setStrip
        tool
          .load()
          .then(({ default: Tool }) => set(opened => (opened?.name === name ? null : { name, Tool })))
          .catch(tellNotLoaded)
      }
    },
    [reading, closePanel],
  )

  useEffect(() => {
    offerTools(open)
    return () => offerTools(null)
  }, [open])

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the article is opened
  useEffect(() => {
    if (takeOver(reading.article.id)) open('listen')
    if (textToFind(location.hash)) open('find')
  }, [])

  return (
    <>
      {Marks && <Marks {...reading} />}
      <ReadingBar {...reading} open={open} opened={[panel?.name, strip?.name]} />
      {switches.map(tool => (
        <Switched key={tool.setting} tool={tool} {...reading} />
      ))}
      {strip ? (
        <strip.Tool key={strip.name} {...reading} open={open} close={closeStrip} />
      ) : (
        Queue && <Queue {...reading} />
      )}
      {panel && <panel.Tool key={panel.name} {...reading} open={open} close={closePanel} />}
    </>
  )
}

/** What a switch brings, while it is on. */
function Switched({ tool, ...reading }: { tool: SwitchTool } & Reading) {
  const isOn = useSetting(tool.setting) === 'on'
  const Tool = useWanted(isOn, tool.load)
  return Tool && <Tool {...reading} />
}
