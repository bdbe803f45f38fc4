import { useSay } from '../i18n/language.ts'
import { Panel } from '../ui/Panel.tsx'
import { type ToolName, type ToolProps, tools } from './tools.ts'

/** The tools that have no room in the bar. */
export default function MorePanel({ open, close }: ToolProps) {
  const say = useSay()
  return (
    <Panel title={say(tools.more.words)} close={close}>
      <ul className="tool-grid">
        {Object.entries(tools)
          .filter(([, tool]) => !tool.isInBar)
          .map(([name, { words, Icon }]) => (
            <li key={name}>
              <button type="button" className="icon-button" onClick={() => open(name as ToolName)}>
                <Icon aria-hidden="true" />
                {say(words)}
              </button>
            </li>
          ))}
      </ul>
    </Panel>
  )
}
