/** What both Node's and the browser's URL have. */
export interface Address {
  readonly protocol: string
  readonly hostname: string
  readonly pathname: string
  readonly searchParams: {
    get(name: string): string | null
  }
}
/** The room a player takes: as a film, as a page, or as a strip with a cover and a line of controls. */
export type Shape = 'wide' | 'tall' | 'slim'
/** A film, a song or a page of a provider that we know. */
export interface Embed {
  provider: Provider
  /** Where the player is. Its host is one of `playerOrigins`. */
  player: string
  /** The page about it at the provider's, to open by itself. */
  page: string
}
export interface Provider {
  name: {
    zh: string
    en: string
  }
  shape: Shape
  /** The origin of its players. */
  origin: string
  /** Its player does not work unless it is told which site it is on. */
  needsReferrer?: boolean
  /** Hosts whose addresses `find` understands, each with what is below it. */
  hosts: readonly string[]
  /** What is meant by an address, whether of a player, old ones too, or of a page; it is not trusted before `id` matches. */
  find(address: Address): string | null | undefined
  id: RegExp
  /** The address of the player below `origin`. */
  player(id: string): string
  page(id: string): string
}
/** Those that feeds embed, and what they need. An id holds nothing but what its pattern allows. */
export declare const providers: readonly Provider[]
/** Where players may come from: what a policy has to allow in frames, and nothing else. */
export declare const playerOrigins: readonly string[]
/** What an address of a provider's player or page stands for, if it is known. Of the address only an id is taken over. */
export declare function embedOf(address: Address): Embed | undefined
