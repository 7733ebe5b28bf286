/** What can be wrong with what an issue asks of the printing house and claims of its EPUB. */
import type { CodeRow } from './row.ts'

export const printing = {
  'manuscript/profile-outside': {
    severity: 'error',
    zh: '色彩特性文件“{src}”不在本期文件夹里',
    en: 'the ICC profile “{src}” is not inside the issue folder',
    hint: {
      zh: '把印刷厂给的 .icc 文件放进本期文件夹，不用上级目录和符号链接。',
      en: 'Put the printing house’s .icc file into the issue folder: no parent folder, no symbolic link.',
    },
  },
  'manuscript/profile-missing': {
    severity: 'error',
    zh: '找不到色彩特性文件“{src}”',
    en: 'no such ICC profile: “{src}”',
    hint: {
      zh: '印刷厂没有给文件时，铜版纸、亚粉纸写 coated，胶版纸、轻型纸写 uncoated。',
      en: 'Without a file of the printing house: coated for art paper, uncoated for offset paper.',
    },
  },
  'manuscript/profile-unfit': {
    severity: 'error',
    zh: '“{src}”不能用作印刷的色彩特性文件：{reason:profileUnfit}',
    en: '“{src}” will not do as the output profile: {reason:profileUnfit}',
    hint: {
      zh: '要的是印刷机的 CMYK 特性文件（ICC 第 2 或第 4 版），请向印刷厂索取。',
      en: 'What is wanted is the press’s CMYK output profile (ICC version 2 or 4); ask the printing house for it.',
    },
  },
  'manuscript/condition-missing': {
    severity: 'error',
    zh: '用了印刷厂的色彩特性文件，却没有写 print.condition',
    en: 'the printing house’s profile is used, but print.condition is missing',
    hint: {
      zh: '写上印刷厂所说的印刷条件：condition: { identifier: JC200103, paper: coated }。',
      en: 'Name the printing condition as the house does: condition: { identifier: JC200103, paper: coated }.',
    },
  },
  'manuscript/condition-unused': {
    severity: 'error',
    zh: 'print.condition 没有用：{profile} 自带印刷条件 {identifier}',
    en: 'print.condition has no effect: {profile} has its own condition, {identifier}',
    hint: {
      zh: 'condition 只说明印刷厂自己的特性文件：在 profile 写上那个文件，或删去 condition。',
      en: 'It describes a printing house’s own profile: name that file under profile, or take condition out.',
    },
  },
  'manuscript/images-standard': {
    severity: 'error',
    zh: 'PDF/X-1a 的图片只能是 CMYK，不能写 images: icc',
    en: 'PDF/X-1a takes CMYK pictures only, not images: icc',
    hint: {
      zh: '删去 images，或改用 standard: x-4。',
      en: 'Take images out, or use standard: x-4.',
    },
  },
  'manuscript/saddle-signature': {
    severity: 'warning',
    zh: '骑马订的页数必须是 4 的倍数，page.signature 却是 {signature}',
    en: 'a saddle-stitched issue has a multiple of four pages, but page.signature is {signature}',
    hint: {
      zh: 'signature 写 4、8、16 或 32；胶装则写 binding: perfect。',
      en: 'Make signature 4, 8, 16 or 32, or write binding: perfect.',
    },
  },
  'manuscript/spine-unknown': {
    severity: 'error',
    zh: '胶装要算书脊，却没有写内文纸的厚度',
    en: 'perfect binding needs a spine, but the thickness of the text paper is not given',
    hint: {
      zh: '向印刷厂问一张内文纸的厚度，写 print.paper.textLeaf，单位毫米：80 g/m² 双胶纸约 0.1。',
      en: 'Ask for the thickness of a leaf and give it as print.paper.textLeaf in millimetres: 0.1 for 80 g/m² offset.',
    },
  },
  'manuscript/certifier-missing': {
    severity: 'error',
    zh: 'epub 里写了 {given}，没有写 {lacking}',
    en: 'epub has {given} but no {lacking}',
    hint: {
      zh: '无障碍声明要有人负责：conformsTo 和 certifiedBy 一起写，或都不写。',
      en: 'Somebody answers for the claim: give conformsTo and certifiedBy together, or neither.',
    },
  },
} as const satisfies Record<string, CodeRow>
