import DOMPurify from 'dompurify'
import { allowedAttributes, allowedTags, isAllowedAttribute } from '../../shared/html-policy.ts'
import type { TrustedHtml } from './purify.ts'

DOMPurify.addHook('uponSanitizeAttribute', (node, data) => {
  data.keepAttr = isAllowedAttribute(node.nodeName.toLowerCase(), data.attrName, data.attrValue)
})

/** What the build allowed, and nothing else. */
export const purify = (html: string): TrustedHtml =>
  DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...allowedTags],
    ALLOWED_ATTR: [...allowedAttributes],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_TRUSTED_TYPE: true,
  }) as unknown as TrustedHtml
