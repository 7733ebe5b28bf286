/** Template files in, a renderer out: the one door to Handlebars, strict, so that a missing field is an error and never a blank. */
import Handlebars from 'handlebars'
import { bookId, placeId } from '../model/ids.ts'
import type { Measures } from '../model/measures.ts'
import type * as epub from './epub-views.ts'
import { textHtml } from './inline.ts'
import { themesOf } from './theme.ts'
import type { IssueView, PageView, SpineView } from './views.ts'

/** What each template is given. */
export interface TemplateViews {
  'issue.hbs': IssueView
  'styles/page.css.hbs': PageView
  [ofTheme: `themes/${string}/page.css.hbs`]: PageView
  'spine.hbs': SpineView
  'epub/article.xhtml.hbs': epub.EpubArticleView
  'epub/colophon.xhtml.hbs': epub.EpubColophonView
  'epub/contents.xhtml.hbs': epub.EpubContentsView
  'epub/cover-page.css.hbs': epub.CoverPageView
  'epub/cover-page.hbs': epub.CoverPageView
  'epub/cover.xhtml.hbs': epub.EpubCoverView
  'epub/frame.xhtml.hbs': epub.FrameView
  'epub/masthead.xhtml.hbs': epub.MastheadView
  'epub/nav.xhtml.hbs': epub.NavigationView
  'epub/package.opf.hbs': epub.PackageView
  'epub/rare.css.hbs': epub.RareFacesView
  'epub/toc.ncx.hbs': epub.NcxView
}

/** @typeParam Views what each template is given, those of other documents than the issue's too. */
export interface Templates<Views = TemplateViews> {
  /**
   * Renders `templates/<name>`, e.g. `issue.hbs` or `epub/nav.xhtml.hbs`.
   * @param theme whose own templates stand for those of the same name: `themes/<theme>/partials/front.hbs` for `partials/front.hbs`.
   * @throws Error naming the template where a field or partial is missing: a template at fault is our bug, not the editor's.
   */
  render<Name extends keyof Views>(name: Name, view: Views[Name], theme?: string): string
  /** The text of a template file that is used as it is, empty where there is none. */
  text(name: string): string
  /** Themes by name. */
  readonly themes: ReadonlyMap<string, Measures>
}

/**
 * As it stands in a string of CSS. Signs that end the string or the style sheet go by their numbers: Paged.js takes quotes off
 * the ends of what it sets into the head of a page, and escapes no backslash.
 */
export const cssText = (text: string): string =>
  text.replace(/[\\"'<>\n]/g, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)

/** The templates as a theme sees them, compiled when first asked for. */
function renderer(files: ReadonlyMap<string, string>, theme: string) {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('is', (a: unknown, b: unknown) => a === b)
  handlebars.registerHelper('typeset', (text: string) => new Handlebars.SafeString(textHtml(text)))
  handlebars.registerHelper('css', cssText)
  handlebars.registerHelper('placeId', placeId)
  // Handlebars gives its options last.
  handlebars.registerHelper('bookId', (...given: unknown[]) =>
    bookId(...(given.slice(0, -1) as Parameters<typeof bookId>)),
  )
  const own = `themes/${theme}/`
  const seen = new Map(files)
  for (const [name, text] of files) if (theme && name.startsWith(own)) seen.set(name.slice(own.length), text)
  for (const [name, text] of seen) {
    if (/^(?:partials|report)\/.*\.hbs$/.test(name)) handlebars.registerPartial(name.replace(/\.hbs$/, ''), text)
  }
  const compiled = new Map<string, HandlebarsTemplateDelegate>()
  return (name: string, data: object): string => {
    const text = seen.get(name)
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
      throw new Error(`templates/${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
}

/**
 * Helpers: `is` compares; `typeset` sets plain text as body text is set, so that no line begins with a mark that joins; `css`
 * writes it for a string of CSS; `placeId` and `bookId` make ids of ids.
 * @param files path inside templates/ → text. Files under `partials/` and `report/` are partials by their path without the ending.
 */
export function createTemplates<Views = TemplateViews>(files: ReadonlyMap<string, string>): Templates<Views> {
  const renderers = new Map<string, ReturnType<typeof renderer>>()
  return {
    themes: themesOf(files),
    text: (name) => files.get(name) ?? '',
    render(name, view, theme = '') {
      let render = renderers.get(theme)
      if (!render) {
        render = renderer(files, theme)
        renderers.set(theme, render)
      }
      return render(String(name), view as object)
    },
  }
}
