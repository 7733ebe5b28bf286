/** One raw text and what an editor would want of it. */
export interface Shape {
  readonly name: string
  readonly raw: readonly string[]
  /** See `outline`. */
  readonly outline?: readonly string[]
  /** Rules of which something waits for a tick. */
  readonly asked?: readonly string[]
  readonly leaked?: readonly string[]
  /** The code with which the text is refused. */
  readonly refused?: string
}
