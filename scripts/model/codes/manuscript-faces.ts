/** What can be wrong with the faces of its own that an issue brings. */
import type { CodeRow } from './row.ts'

export const faces = {
  'manuscript/face-outside': {
    severity: 'error',
    zh: '字体文件“{src}”不在本期文件夹或所写的包里',
    en: 'the font file “{src}” is not inside the issue folder, or the package',
    hint: {
      zh: '把字体文件放进本期文件夹的 faces/，不用上级目录和符号链接。',
      en: 'Put the font file into faces/ in the issue folder: no parent folder, no symbolic link.',
    },
  },
  'manuscript/face-missing': {
    severity: 'error',
    zh: '找不到字体文件“{src}”',
    en: 'no such font file: “{src}”',
    hint: {
      zh: '文件放在本期文件夹里，如 faces/SomeFace.ttf；写了 package 的，先在 kanben 的文件夹里运行 npm install --save-exact 装上这个包。',
      en: 'Put it into the issue folder, e.g. faces/SomeFace.ttf; a package is first installed where kanben is, by npm install --save-exact.',
    },
  },
  'manuscript/face-too-large': {
    severity: 'error',
    zh: '字体文件“{src}”有 {size} MB，最多 {most} MB',
    en: 'the font file “{src}” has {size} MB; {most} MB is the most',
    hint: {
      zh: '换用只含所需文字的字体，或只有一种语言的版本。',
      en: 'Take a face with the scripts that are needed only, or its edition for one language.',
    },
  },
  'manuscript/face-damaged': {
    severity: 'error',
    zh: '“{src}”不是完整的字体文件',
    en: '“{src}” is no whole font file',
    hint: {
      zh: '重新下载一次；字体合集（.ttc）要先取出其中一个。',
      en: 'Download it again; of a collection (.ttc), take one face out first.',
    },
  },
  'manuscript/face-outlines': {
    severity: 'error',
    zh: '“{src}”不能用来印刷：{reason:faceOutlines}',
    en: '“{src}” cannot be printed with: {reason:faceOutlines}',
    hint: {
      zh: '要的是单色、静态（非可变）的 TrueType 字体；同一字体多半另有 .ttf 的静态版。',
      en: 'What is wanted is a static TrueType face of one colour; most faces are also given out as a static .ttf.',
    },
  },
  'manuscript/face-licence': {
    severity: 'error',
    zh: '“{src}”的授权信息（fsType）写明{reason:faceLicence}',
    en: '“{src}” says of its licence (fsType): {reason:faceLicence}',
    hint: {
      zh: '换用授权允许嵌入和取子集的字体，如以 OFL 发布的 Noto 系列；或向字体厂商索取可嵌入的版本。',
      en: 'Take a face that may be embedded and subset, such as those of Noto under the OFL, or ask its maker for one.',
    },
  },
  'manuscript/face-unused': {
    severity: 'warning',
    zh: '本期没有要用字体“{src}”的字',
    en: 'nothing in the issue needs the face “{src}”',
    hint: {
      zh: '它只排自带字体和前面各项所缺的字；不需要就从 style.faces 删去。',
      en: 'It sets only what the faces of the house and the entries before it lack; take it out of style.faces.',
    },
  },
} as const satisfies Record<string, CodeRow>
