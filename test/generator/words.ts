/** A vocabulary of one's own: enough kinds and lengths of words that lines break as in real prose. */

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

export const nouns = list(`
  河岸 渡口 仓库 账本 茶馆 石桥 菜地 邮局 站台 轮渡 梯田 水塔 灯塔 磨坊 染坊 窑口 木匠 铁匠 船工 学徒 邻居 掌柜
  县志 地图 表格 手册 档案 目录 索引 卷宗 书信 日记 收据 合同 方案 报告 样本 数据 问卷 资料 证据 结论 问题 方法 结果
  雨季 旱季 霜降 清晨 傍晚 冬天 夏天 集市 街道 院子 屋檐 台阶 门槛 窗户 灶台 水缸 扁担 竹篮 麻绳 铁锅 瓷碗 布鞋
  木板 砖头 石灰 颜料 墨汁 纸张 棉线 齿轮 轴承 螺丝 电线 仪表 阀门 水泵 锅炉 车床 图纸 工序 材料 温度 湿度 速度
  成本 价格 产量 收入 人口 面积 距离 时间 机会 习惯 规矩 手艺 名声 记忆 口音 方言 歌谣 故事 传说 节日 祭礼 宴席
  图书馆 博物馆 纪念碑 自来水 拖拉机 发电机 显微镜 温度计 缝纫机 打字机 照相机 收音机 合作社 供销社 运输队 勘测队
  水利工程 乡村学校 公共图书 地方史料 田野调查 民间工艺 环境监测 城市规划 交通运输 社会保障 技术标准 劳动合同 统计年鉴
  人 事 水 路 山 田 树 船 灯 纸 字 书 门 钟 雪 风
`)

export const people = list(`
  老周 阿满 会计 村长 校长 司机 护士 木匠师傅 摄影记者 年轻的测量员 退休教师 地质队员 修表人 放映员 守塔人 船老大
  我 他 她 他们 我们 大家 有人 研究者 读者 编者 调查组 作者 祖母 父亲 兄弟 同事
`)

export const verbs = list(`
  记得 看见 发现 整理 修补 搬运 测量 登记 打听 等候 商量 核对 抄写 收集 比较 说明 证明 估计 推断 采用 改进 保存
  带走 留下 交给 换成 送到 放回 找到 忘记 相信 怀疑 讨论 安排 承认 拒绝 同意 描述 分析 观察 统计 解释 引用 参考
  看 写 问 画 修 量 拆 装 数 找
`)

export const adjectives = list(`
  旧 新 大 小 高 低 潮湿 干燥 安静 结实 陈旧 整齐 零散 普通 特别 狭窄 宽敞 明亮 昏暗 复杂 简单 完整 准确 粗糙 细密
  缓慢 迅速 稳定 明显 重要 有限 必要 公共 日常 来历不明 无人认领 一丝不苟 年久失修 四面漏风 不声不响
`)

export const adverbs = list(`
  常常 一直 已经 曾经 终于 几乎 大约 渐渐 忽然 仍旧 只好 不再 显然 恐怕 照例 偶尔 往往 首先 随后 同时 此外 因此
  一五一十地 小心翼翼地 慢慢地 认真地
`)

export const times = list(`
  那年秋天 第二天 三十年前 天亮以前 散会以后 雨停了 这个月 几天之内 开春之前 很久以来 从那以后 到了晚上 临走的时候
  调查期间 这一阶段 本世纪初
`)

export const places = list(`
  在河的对岸 在镇上 在仓库里 在山脚下 从码头到车站 沿着铁路 在桌子旁边 在二楼走廊尽头 在县城东门外 在旧厂区 在表格最后一栏
`)

export const measures = list(
  `一张 两只 三把 一堆 几条 半页 一排 十几本 一整套 许多 每一个 这份 那座 各种 同一种 另一半`,
)

export const idioms = list(`
  自然而然 心平气和 有条不紊 东拼西凑 因地制宜 不约而同 得不偿失 轻重缓急 来龙去脉 一目了然 半信半疑 日积月累
`)

export const connectors = list(`但是 不过 于是 而且 所以 也就是说 换句话说 例如 当然 其实 反过来说 与此相比`)

export const particles = list(`了 着 过`)

export const families = list(
  `沈 陆 贺 边 韦 墨 秦 余 尹 顾 陶 宋 鲁 谢 何 罗 孟 欧阳 万俟 司徒 上官 呼延 郝 汤 苗 凌 卞 麦 柴 翁 阮 解`,
)

export const given = list(`
  砚 秋 知微 留白 编 小楼 无错 白 得之 半角 晚照 行 亥 念之 一字 定一 望舒 青禾 立春 牧 远山 书简 若水 九思 岩 澄
  海生 立 麦 行舟 守拙 言蹊
`)

export const units = list(`
  青石大学 江右师范学院 河东县档案馆 听雨楼书话社 北岸水文站 半亩图画工作室 南塘中学 云岭林业科学研究所 西渡镇文化站
  东洲港务局 石门自然博物馆 晴川出版社 长坪气象台 远志中医院 桥头小学
`)

export const departments = list(
  `历史系 文学院 编辑部 资料室 工程技术研究中心 地方志办公室 第二研究室 信息与档案管理学院 古籍整理组`,
)

/** Names of people whose scripts are others, in Latin letters and as they are written in Chinese. */
export const foreigners = [
  'Thomas Wren',
  'Elin Marlow',
  'José Ibáñez',
  'Müller',
  'Jean-Luc Perrault',
  'N. Okonkwo',
  'Sørensen',
  'van der Velde',
] as const

export const transliterated = list(
  `艾琳·马洛 让-吕克·佩罗 托马斯·雷恩 若泽·伊瓦涅斯 尼古拉·奥孔科沃 卡米拉·范德费尔德-索伦森`,
)

export const english = list(`
  water level survey of the lower river and its ferries a catalogue for reading rooms on paper measured by hand over thirty years
  between stations with lamps bridges local archives methods printing machines records describing unpublished seasonal temperature
  humidity standards workers letters notes evidence infrastructure institutionalization counterrevolutionary interdisciplinary
`)

export const longLatin = list(`
  electroencephalographically pneumonoultramicroscopic Donaudampfschifffahrtsgesellschaft deoxyribonucleoprotein
  internationalization TensorFlow-2.15.0-rc1 ISO/IEC-10646:2020
`)

export const addresses = list(`
  https://example.org/ https://www.example.org/archive/2026/03/index.html?item=1024&lang=zh-Hans#section-4
  http://data.example.org/very/long/path/to/some/resource/that/does/not/end/soon.csv https://example.org/a_b-c~d?q=%E6%B2%B3
`)

export const mails = list(
  `editors@example.org a.b-c@mail.example.org someone.with.a.long.name@department.university.example.org`,
)
