import type { ToolName } from './tools.ts'

let opener: ((name: ToolName) => void) | null = null

/** Lets the tools of the article be opened from elsewhere; null once it is left. */
export function offerTools(open: ((name: ToolName) => void) | null): void {
  opener = open
}

export const canOpenTools = (): boolean => opener !== null

/** Does what the button of a tool does. */
export const openTool = (name: ToolName): void => opener?.(name)
