export { Problems } from '../problems.ts'
export { buildPart, buildSite, mergeParts } from './build-site.ts'
export { recover } from './output.ts'
