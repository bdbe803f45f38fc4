import type { DataRouter } from 'react-router'
import { lookAround } from '../keys/here.ts'
import { closeDialog, isDialogOpen, openDialog } from '../ui/open-dialog.tsx'
import { Palette } from './Palette.tsx'

const NAME = 'palette'

/** Shows the palette for where the reader is, or closes it if it is open. */
export function showPalette(router: DataRouter): void {
  const isOpen = isDialogOpen(NAME)
  closeDialog()
  if (!isOpen) openDialog(NAME, <Palette here={lookAround(router)} />)
}
