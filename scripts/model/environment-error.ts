/** The machine lacks something the work needs: no browser, no room, no permission. Not the manuscript's fault and not ours. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
  /** What to do about it, in both languages. */
  readonly hint: { readonly zh: string; readonly en: string }

  constructor(message: string, hint: { zh: string; en: string }, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
