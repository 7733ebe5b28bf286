/** The measures of a theme: sizes, pitches and columns that the type area is made of. */

/** How one kind of text is set. */
export interface Setting {
  readonly columns: number
  /** Points. */
  readonly size: number
  /** Line pitch in points. */
  readonly pitch: number
  /** Least distance of two columns in points. */
  readonly gap: number
}

export const settingNames = ['standard', 'brief', 'editorial'] as const
export type SettingName = (typeof settingNames)[number]

/** `standard` is the body of the issue and gives the grid; `brief` is small and narrow, `editorial` large and wide. */
export type Measures = Readonly<Record<SettingName, Setting>>
