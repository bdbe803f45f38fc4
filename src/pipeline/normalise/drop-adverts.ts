import { isElement, isText, type Node, type Parent, plainText, setChildren } from '../html.ts'

/** Lines that ask the reader to leave for an application or the source's page, each as the whole paragraph. */
const ADVERTS = [
  /^(点击|立即|马上)?(下载|打开|使用)[^。，；]{0,14}(APP|客户端)[,，、 ]*(阅读|查看|看|体验|浏览)?(更多|全文|原文|完整|精彩|剩余|最新)?[^。，；]{0,8}$/i,
  /^(点击)?(展开|阅读|查看|显示)(全文|更多|全部|剩余|余下|完整)[^。，；]{0,6}$/,
  /^(点击|点)?(左下角|下方|文末)?[“"「]?阅读原文[”"」]?[^。，；]{0,8}$/,
  /^查看(知乎)?讨论$/,
  /^感谢[^。，；]{0,30}线索投递[!！。.]?$/,
  /^(分享|分享到|分享至|点赞|收藏|赞赏|打赏|喜欢|举报|复制链接|复制代码)([:： /|·]*(分享|点赞|收藏|赞赏|打赏|喜欢|举报|微博|微信|朋友圈|QQ|QQ空间|复制链接))*$/i,
]
const LONGEST = 40

/** Removes paragraphs that only advertise the source's application or page. A link to the original stays. */
export function dropAdverts(body: Parent): void {
  const kept = body.childNodes.filter(node => !isAdvert(node))
  if (kept.length < body.childNodes.length) setChildren(body, kept)
}

function isAdvert(node: Node): boolean {
  if (!isElement(node, 'p') || node.childNodes.some(isLong)) return false
  const text = plainText(node)
  if (text === '' || text.length > LONGEST || !ADVERTS.some(advert => advert.test(text))) return false
  return !text.includes('原文') || !node.childNodes.some(child => isElement(child, 'a'))
}

/** Most paragraphs are known by one long piece of text. */
const isLong = (node: Node) => isText(node) && node.value.length > 2 * LONGEST
