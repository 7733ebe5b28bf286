/** What a byline calls people in, their role as front matter writes it out. */

const roles: Readonly<Record<string, string>> = {
  文: 'author',
  文字: 'author',
  撰文: 'author',
  撰稿: 'author',
  供稿: 'author',
  作者: 'author',
  执笔: 'author',
  采写: 'author',
  著: 'author',
  原著: 'author',
  口述: 'author',
  讲述: 'author',
  主讲: 'author',
  文并摄: 'author',
  文并摄影: 'author',
  撰文摄影: 'author',
  图文: 'author',
  文图: 'author',
  作: 'author',
  图: 'illustrator',
  绘: 'illustrator',
  绘图: 'illustrator',
  插图: 'illustrator',
  插画: 'illustrator',
  题图: 'illustrator',
  漫画: 'illustrator',
  绘画: 'illustrator',
  摄影: 'photographer',
  摄: 'photographer',
  供图: 'photographer',
  图片: 'photographer',
  拍摄: 'photographer',
  摄影报道: 'photographer',
  译: 'translator',
  译者: 'translator',
  翻译: 'translator',
  编译: 'translator',
  译文: 'translator',
  编: 'editor',
  编辑: 'editor',
  责编: 'editor',
  责任编辑: 'editor',
  编选: 'editor',
  选编: 'editor',
  主编: 'editor',
  采访: 'interviewer',
  采访者: 'interviewer',
  访谈: 'interviewer',
  专访: 'interviewer',
  主持: 'interviewer',
  主持人: 'interviewer',
  整理: 'compiler',
  记录: 'compiler',
  采访整理: 'compiler',
  校: 'reviewer',
  校译: 'reviewer',
  审校: 'reviewer',
  审订: 'reviewer',
}

export const roleOf = (word: string): string | undefined => (Object.hasOwn(roles, word) ? roles[word] : undefined)

/** Two roles in one word. */
export const doubleRoles: ReadonlySet<string> = new Set([
  '图文',
  '文图',
  '文并摄',
  '文并摄影',
  '撰文摄影',
  '摄影报道',
  '采访整理',
  '校译',
])

const roleWords = Object.keys(roles).sort((a, b) => b.length - a.length)

/** What a role word of several may be written after a name without a space: 何未晞译. */
export const suffixes = ['摄影报道', '摄影', '编译', '整理', '口述', '著', '译', '摄', '文', '图', '绘', '编', '作']

/** Posts of the press that stand before a name and are no part of it. */
export const post =
  /^(?:(?:本[刊报网台社]|[校院厂司刊报]{1,2}报?|\p{Script=Han}{2,6}[日晚周]?报(?:社)?|\p{Script=Han}{2,6}网)?(?:特约|实习|见习|全媒体|首席|学生|驻\p{Script=Han}{2,4})*(?:记者|通讯员|撰稿人?|评论员|编辑|特派员)|特约|实习|本[刊报])$/u
export const gluedPost =
  /^((?:本[刊报网台社]|校报|院报|\p{Script=Han}{2,4}[日晚]报)?(?:特约|实习|见习|全媒体|首席|学生)*(?:记者|通讯员|撰稿人?|评论员))(\p{Script=Han}{2,})$/u

/** 文/沈砚秋 and 文：沈砚秋: a role with the sign that ends it; 文/图 and 图、文 are two roles of one person. */
export const roleSign = new RegExp(
  `(?<=^|[\\s　、，；;])((?:${roleWords.join('|')})(?:\\s*[/／、&·•+＋]\\s*(?:${roleWords.join('|')}))*)\\s*(?:[/／|｜丨:：]|[·•](?=\\s*\\p{Script=Han}{2}))\\s*`,
  'gu',
)

/** 文·摄影 as a word of its own. */
export const joinedRoles = new RegExp(
  `(?<=^|[\\s　])(?:${roleWords.join('|')})(?:\\s*[·•+＋&、]\\s*(?:${roleWords.join('|')}))+(?=[\\s　]|$)`,
  'gu',
)
