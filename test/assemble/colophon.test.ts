import { expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import type { Colophon } from '../../scripts/model/issue.ts'
import { themes } from '../themes.ts'
import { manuscriptOf, type Parts } from './manuscript.ts'

const colophonOf = (parts: Parts): Colophon => assemble(manuscriptOf(parts), themes).issue!.colophon
const lines = ({ entries }: Colophon): string[] => entries.map(({ label, value }) => `${label}：${value}`)

const editors = [
  { role: '主编', name: '沈砚秋' },
  { role: '编委', name: ['陆知微', '沈墨'] },
]
const contact = {
  address: '青石市水碓路 1 号',
  postcode: '100009',
  phone: '010-5555 0100',
  email: 'editor@example.org',
  website: 'https://example.org',
}
const printer = { name: '青石印刷厂', date: '2026-01-10', run: '1 000 册' }

test('a periodical has its version record in the customary order', () => {
  const colophon = colophonOf({
    journal: {
      ...contact,
      kind: 'periodical',
      price: '15.00 元',
      cn: 'CN 11-1234/G2',
      issn: '2096-1235',
      distribution: '公开发行',
      founded: 1986,
      frequency: '双月刊',
      printer,
      editors,
      publisher: '纸上杂志社',
      sponsor: ['青石大学', '青石印刷学会'],
      authority: '青石市教育局',
    },
  })
  expect(lines(colophon)).toEqual([
    '主管：青石市教育局',
    '主办：青石大学、青石印刷学会',
    '出版：纸上杂志社',
    '主编：沈砚秋',
    '编委：陆知微、沈墨',
    '刊期：双月刊',
    '创刊：1986 年',
    '出版日期：2026 年 1 月 15 日',
    '地址：青石市水碓路 1 号',
    '邮编：100009',
    '电话：010-5555 0100',
    '电子邮箱：editor@example.org',
    '网址：https://example.org',
    '印刷：青石印刷厂',
    '印刷日期：2026 年 1 月 10 日',
    '印数：1 000 册',
    '发行范围：公开发行',
    '国际标准连续出版物号：ISSN 2096-1235',
    '国内统一连续出版物号：CN 11-1234/G2',
    '定价：15.00 元',
  ])
  expect(colophon).not.toHaveProperty('statement')
})

test('an internal publication has its permit, recipients and printing instead', () => {
  const colophon = colophonOf({
    journal: {
      ...contact,
      permit: '京内资准字 2026-L0001 号',
      recipients: '本单位各部门',
      sponsor: '青石大学',
      authority: '青石市教育局',
      frequency: '双月',
      founded: 2026,
      printer,
      editors,
    },
  })
  expect(lines(colophon)).toEqual([
    '准印证号：京内资准字 2026-L0001 号',
    '编印单位：纸上编辑部',
    '主管：青石市教育局',
    '主办：青石大学',
    '主编：沈砚秋',
    '编委：陆知微、沈墨',
    '发送对象：本单位各部门',
    '印刷单位：青石印刷厂',
    '印刷日期：2026 年 1 月 10 日',
    '印数：1 000 册',
    '编印日期：2026 年 1 月 15 日',
    '编印周期：双月',
    '创办：2026 年',
    '地址：青石市水碓路 1 号',
    '邮编：100009',
    '电话：010-5555 0100',
    '电子邮箱：editor@example.org',
    '网址：https://example.org',
  ])
})

test('an internal publication says that it is free, once, before its own statement', () => {
  const statement = (own?: string): string | undefined =>
    colophonOf({ manifest: own === undefined ? {} : { colophon: { statement: own } } }).statement
  expect(statement()).toBe('内部资料 免费交流')
  expect(statement('本期人名均属虚构。')).toBe('内部资料 免费交流。本期人名均属虚构。')
  expect(statement('内部资料 免费交流，请勿外传。')).toBe('内部资料 免费交流，请勿外传。')
})

test('rights and licence are kept', () => {
  const colophon = { rights: '© 2026 纸上编辑部', licence: 'CC BY 4.0' }
  expect(colophonOf({ manifest: { colophon } })).toMatchObject(colophon)
})
