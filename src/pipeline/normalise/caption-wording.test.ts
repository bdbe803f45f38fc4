import { expect, test } from 'vitest'
import { isName, readingOf, withoutPointer } from './caption-wording.ts'

test.each([
  '图片来源：河岸档案馆',
  '图片来源@河岸图库',
  '图源：网络',
  '图源网络',
  '图像来源，河岸社',
  '视觉中国',
  '一只水母从旁边绕过。图片来源：河岸研究所',
  '图片来自网络',
  '图 1：水位与月相的对比图显示，大潮总在朔望之后。',
  '图一、码头旧影',
  '图3 水闸的三种开法',
  '表1 水位记录',
  '渡口的清晨 | 来源：河岸图库',
  '渡口的清晨。© 林岸',
  'via Harbour Office',
  '图1-2 闸门旧貌',
  '图/林岸',
  '图 | 林岸',
  '图片：水务局',
  '图为昨天清晨的渡口。',
  '左图：改建之前',
  '▲ 雨后的石桥',
  '↑清晨的渡口',
  '清晨的渡口。本站记者 林岸 摄',
  '这是 7 月 9 日拍摄的渡口（无人机照片）。河岸社记者 林岸 摄',
  '渡口（林岸 摄）',
  '渡口夜景。新华社发（林岸 摄）',
  '林岸供图',
  '晒网的渔民，图/视觉中国',
  '渡口旧影（资料图）',
  '（来自：水务局）',
  '（图自：水务局）',
  '截图（来自：水务局 官网）',
  '（接上补丁之后的水位曲线）',
  '(via Harbour Office)',
  'Photo by Lin An',
  'Image credit: Harbour Office',
  'Figure 2. The harbour at low tide',
  'Source: Harbour Office',
  `${'渡口的清晨，'.repeat(30)}河岸社记者 林岸 摄`,
])('"%s" reads as a caption', line => {
  expect(readingOf(line)).toBe('caption')
})

test.each(['闸门架构图', '《渡口》游戏画面', '官网截图', '《渡口》剧照'])('"%s" names a picture', line => {
  expect(readingOf(line)).toBe('named')
})

test.each(['改建之前', 'PS 后', '运行在旧机器上的 0.9 版', '清晨，渡口'])('"%s" could be a caption', line => {
  expect(readingOf(line)).toBe('label')
})

test.each([
  '从渡口看去，水位在下降。',
  '图书馆今天关门。',
  '图形界面换了新样子。',
  '图自动生成之后，再点保存。',
  '摄影师开始整理底片。',
  '他从不爱自拍摄影。',
  '照片由游客拍摄',
  '摊主给我画了一张地图',
  '图 3 展示了水位的变化。',
  '船到对岸时，太阳已经照在石阶上，',
  '来源可靠的消息说，渡口明天关闭。',
  `图 1：${'潮'.repeat(200)}`,
])('"%s" is the article going on', line => {
  expect(['sentence', 'label']).toContain(readingOf(line))
})

test.each([
  '',
  '作者 | 林岸',
  '文/林岸',
  '责任编辑：林岸',
  '（本文由林岸原创发布）',
  '（编辑：林岸）',
  '河岸日报 · 作者：林岸',
  '本文来自河岸日报，作者：林岸，头图来自：视觉中国',
])('"%s" is never a caption', line => {
  expect(readingOf(line)).toBe('never')
})

test.each([
  '从图中可以看出，水位在下降。',
  '如下图所示：',
  '1. 打开闸门',
  '1.3 改进',
  '▍下游',
  '延伸阅读：渡口旧事',
  '二、下游',
  '● 第一种',
  'https://river.example/a',
  '下面是架构图',
  '03',
])('"%s" is none unless its source calls it one', line => {
  expect(readingOf(line)).toBe('other')
})

test.each([
  ['电池健康页面', true],
  ['游戏的开场，一根火柴', true],
  ['『新款车型』', true],
  ['蓝色比白色更好搭', false],
  ['26 吨是什么概念', false],
  ['升级之前请先备份', false],
])('"%s" is a name and no clause: %s', (line, expected) => {
  expect(isName(line)).toBe(expected)
})

test.each([
  ['▲ 雨后的石桥', '雨后的石桥'],
  ['◎图 2：渡口', '图 2：渡口'],
  ['渡口▲', '渡口▲'],
])('the pointer of "%s" goes', (line, text) => {
  expect(withoutPointer(line)).toBe(text)
})
