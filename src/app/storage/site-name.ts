import { site } from '../data/site.ts'

/** What everything was called before sites below one origin were told apart; a site at its root still calls it so. */
export const FORMER_NAME = 'shiye'

/** The name of this site in storage, which all sites below one origin share. */
export const siteName: string = site.base === '/' ? FORMER_NAME : FORMER_NAME + site.base
