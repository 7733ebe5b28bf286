/** What the structure types of ISO 32000-1 14.8.4 may hold. */

/** They hold other elements only; what stands loose in them becomes a paragraph. */
export const groupings: ReadonlySet<string> = new Set(['Document', 'Art', 'Sect', 'Div', 'BlockQuote'])

/** They stand in a line of text. */
export const inline: ReadonlySet<string> = new Set(
  'Span Link Reference Code Em Strong Ruby RB RT RP Quote BibEntry Annot Formula'.split(' '),
)

/** Names of Chromium that are no types of PDF 1.7, and what stands for them. */
export const roles: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span' }

/** What Chromium calls that of which it knows nothing. */
export const meaningless: ReadonlySet<string> = new Set(['NonStruct', 'Div', 'Aside', 'Form', 'Part'])

export const isHeading = (type: string): boolean => /^H[1-6]$/.test(type)
