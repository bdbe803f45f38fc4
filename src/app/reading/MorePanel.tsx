import { useSay } from '../i18n/language.ts'
import { useSetting } from '../settings/settings.ts'
import { Panel } from '../ui/Panel.tsx'
import { type SwitchTool, type Tool, type ToolName, type ToolProps, tools } from './tools.ts'

/** The tools that have no room in the bar. */
export default function MorePanel({ open, close }: ToolProps) {
  const say = useSay()
  return (
    <Panel title={say(tools.more.words)} close={close}>
      <ul className="tool-grid">
        {Object.entries(tools)
          .filter(([, tool]) => !tool.isInBar && isPossible(tool))
          .map(([name, tool]) => (
            <li key={name}>
              {tool.kind === 'switch' ? (
                <SwitchButton tool={tool} press={() => open(name as ToolName)} />
              ) : (
                <ToolButton tool={tool} press={() => open(name as ToolName)} />
              )}
            </li>
          ))}
      </ul>
    </Panel>
  )
}

const isPossible = (tool: Tool) => tool.kind !== 'action' || tool.isPossible?.() !== false

function SwitchButton({ tool, press }: { tool: SwitchTool; press: () => void }) {
  const isOn = useSetting(tool.setting) === 'on'
  return <ToolButton tool={tool} press={press} isPressed={isOn} />
}

function ToolButton({ tool, press, isPressed }: { tool: Tool; press: () => void; isPressed?: boolean }) {
  const say = useSay()
  return (
    <button type="button" className="icon-button" aria-pressed={isPressed} onClick={press}>
      <tool.Icon aria-hidden="true" />
      {say(tool.words)}
    </button>
  )
}
