/** Template files in, a renderer out: the one door to Handlebars, strict, so that a missing field is an error and never a blank. */
import Handlebars from 'handlebars'
import type { Measures } from '../model/measures.ts'
import { themesOf } from './theme.ts'

export interface Templates {
  /**
   * Renders `templates/<name>`, e.g. `issue.hbs` or `epub/nav.xhtml.hbs`.
   * @throws Error naming the template where a field or partial is missing: a template at fault is our bug, not the editor's.
   */
  render(name: string, data: object): string
  /** The text of a template file that is used as it is, empty where there is none. */
  text(name: string): string
  /** Themes by name. */
  readonly themes: ReadonlyMap<string, Measures>
}

/** @param files path inside templates/ → text. Files under `partials/` are partials by their path without the ending. */
export function createTemplates(files: ReadonlyMap<string, string>): Templates {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('is', (a: unknown, b: unknown) => a === b)
  for (const [name, text] of files) {
    if (name.startsWith('partials/')) handlebars.registerPartial(name.replace(/\.hbs$/, ''), text)
  }
  const compiled = new Map<string, HandlebarsTemplateDelegate>()
  return {
    themes: themesOf(files),
    text: (name) => files.get(name) ?? '',
    render(name, data) {
      const text = files.get(name)
      if (text === undefined) throw new Error(`templates/${name} does not exist`)
      let template = compiled.get(name)
      if (!template) {
        // preventIndent: an indented partial call must not indent text that is kept as it is.
        template = handlebars.compile(text, { strict: true, preventIndent: true })
        compiled.set(name, template)
      }
      try {
        return template(data)
      } catch (error) {
        throw new Error(`templates/${name}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      }
    },
  }
}
