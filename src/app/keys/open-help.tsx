import { openDialog } from '../ui/open-dialog.tsx'
import { HelpSheet } from './HelpSheet.tsx'

/** Shows all keys. */
export const openHelp = (): void => openDialog('help', <HelpSheet />)
