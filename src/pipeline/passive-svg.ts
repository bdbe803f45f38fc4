/**
 * What makes a drawing do something: scripts and handlers, embedded documents, animations of addresses, entities that
 * hide any of these, and addresses that lead out of it. Within `<img>` none of that runs; but every picture also has an
 * address of its own that a link can open.
 */
const ACTIVE =
  /<(?:[\w.-]+:)?(script|foreignobject|handler|listener|iframe|embed|object|audio|video|animate|set)\b|[\s"'/]on[a-z]+\s*=|<!(doctype[^>]*\[|entity)|<\?xml-stylesheet|javascript:|&#|@import|[\s:"']href\s*=\s*(?!["']?(#|data:image\/(png|gif|jpeg|webp);))/i

/** Whether an SVG file only draws. What is unusual counts as active. */
export const isPassiveSvg = (text: string): boolean =>
  /^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*|<!doctype[^>[]*>\s*)*<svg[\s>]/i.test(text) &&
  !ACTIVE.test(text)
