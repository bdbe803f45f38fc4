import DOMPurify from 'dompurify'
import {
  allowedAttributes,
  allowedTags,
  isAllowedAttribute,
  isPlausibleSize,
} from '../../shared/html-policy.ts'
import { keptChoice } from '../settings/setting-store.ts'
import type { TrustedHtml } from './purify.ts'

export { cutBody } from './cut-body.ts'

DOMPurify.addHook('uponSanitizeAttribute', (node, data) => {
  data.keepAttr = isAllowedAttribute(node.nodeName.toLowerCase(), data.attrName, data.attrValue)
})
DOMPurify.addHook('afterSanitizeAttributes', node => {
  // The first picture too waits to be asked for, see `held-pictures.ts`.
  if (node.nodeName === 'IMG' && keptChoice('pictures') === 'tap') node.setAttribute('loading', 'lazy')
  if (isPlausibleSize(node.getAttribute?.('width'), node.getAttribute?.('height'))) return
  node.removeAttribute('width')
  node.removeAttribute('height')
})

/** DOMPurify looks at addresses itself; what else holds a colon is none. */
const noAddresses = allowedAttributes.filter(name => name !== 'href' && name !== 'src')

/** What the build allowed, and nothing else. */
export const purify = (html: string): TrustedHtml =>
  DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...allowedTags],
    ALLOWED_ATTR: [...allowedAttributes],
    ADD_URI_SAFE_ATTR: noAddresses,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_TRUSTED_TYPE: true,
  }) as unknown as TrustedHtml
