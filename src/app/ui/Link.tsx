import type { AnchorHTMLAttributes } from 'react'
import { withBase } from '../../shared/addresses.ts'
import { site } from '../data/site.ts'

/** A link to an address of the site, without the base. `followLinks` has the router follow it. */
export function Link({ to, ...attributes }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a href={withBase(site.base, to)} {...attributes} />
}
