import { type Parent } from '../html.ts'
/** Removes elements with neither text nor picture: `<p></p>`, `<p><br></p>`, `<a href></a>`, `<ul> </ul>`. */
export declare function dropEmptyElements(body: Parent): void
