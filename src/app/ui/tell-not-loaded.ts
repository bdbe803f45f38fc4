import { toast } from './toast.ts'

/** Says that something which comes on use did not come. */
export const tellNotLoaded = (): unknown =>
  toast({ words: { zh: '暂时无法载入，请稍后再试。', en: 'It could not be loaded. Try again later.' } })
