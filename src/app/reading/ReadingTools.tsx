import { type ComponentType, useCallback, useState } from 'react'
import { toast } from '../ui/toast.ts'
import { useLater } from '../ui/use-later.ts'
import { ReadingBar } from './ReadingBar.tsx'
import { type Reading, type ToolName, type ToolProps, tools } from './tools.ts'

interface Opened {
  name: ToolName
  Tool: ComponentType<ToolProps>
}

/** The bar beside an article, and what it opens: at most one panel and one strip. */
export default function ReadingTools(reading: Reading) {
  const [panel, setPanel] = useState<Opened | null>(null)
  const [strip, setStrip] = useState<Opened | null>(null)
  const Marks = useLater(() => import('../marks/ArticleMarks.tsx'))
  const closePanel = useCallback(() => setPanel(null), [])
  const closeStrip = useCallback(() => setStrip(null), [])

  const open = useCallback(
    (name: ToolName) => {
      const tool = tools[name]
      if (tool.kind === 'action') {
        closePanel()
        return tool.run(reading)
      }
      const set = tool.kind === 'panel' ? setPanel : setStrip
      if (tool.kind === 'strip') closePanel()
      tool.load().then(
        ({ default: Tool }) => set(opened => (opened?.name === name ? null : { name, Tool })),
        () =>
          toast({
            words: { zh: '暂时无法载入，请稍后再试。', en: 'It could not be loaded. Try again later.' },
          }),
      )
    },
    [reading, closePanel],
  )

  return (
    <>
      {Marks && <Marks {...reading} />}
      <ReadingBar {...reading} open={open} opened={[panel?.name, strip?.name]} />
      {strip && <strip.Tool key={strip.name} {...reading} open={open} close={closeStrip} />}
      {panel && <panel.Tool key={panel.name} {...reading} open={open} close={closePanel} />}
    </>
  )
}
