import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Address, embedOf, playerOrigins, providers } from './embeds.ts'

// Node and browsers have them; what is shared knows the types of neither.
declare const URL: new (text: string) => Address & { origin: string }
declare const URLSearchParams: new (pairs: [string, string][]) => Address['searchParams']

const embed = (address: string) => embedOf(new URL(address))

const cases: [address: string, player: string, page: string][] = [
  [
    'https://player.bilibili.com/player.html?aid=170001&bvid=BV17x411w7KC&cid=279786&page=1',
    'https://player.bilibili.com/player.html?bvid=BV17x411w7KC&p=1&autoplay=1',
    'https://www.bilibili.com/video/BV17x411w7KC',
  ],
  [
    'https://www.bilibili.com/blackboard/html5mobileplayer.html?aid=170001&page=3',
    'https://player.bilibili.com/player.html?aid=170001&p=3&autoplay=1',
    'https://www.bilibili.com/video/av170001?p=3',
  ],
  [
    'http://static.hdslb.com/miniloader.swf?aid=170001&page=1',
    'https://player.bilibili.com/player.html?aid=170001&p=1&autoplay=1',
    'https://www.bilibili.com/video/av170001',
  ],
  [
    'https://www.youtube.com/embed/a-B_c1D2e3F?start=5',
    'https://www.youtube-nocookie.com/embed/a-B_c1D2e3F?autoplay=1',
    'https://www.youtube.com/watch?v=a-B_c1D2e3F',
  ],
  [
    'https://www.youtube-nocookie.com/embed/a-B_c1D2e3F',
    'https://www.youtube-nocookie.com/embed/a-B_c1D2e3F?autoplay=1',
    'https://www.youtube.com/watch?v=a-B_c1D2e3F',
  ],
  [
    'https://youtu.be/a-B_c1D2e3F',
    'https://www.youtube-nocookie.com/embed/a-B_c1D2e3F?autoplay=1',
    'https://www.youtube.com/watch?v=a-B_c1D2e3F',
  ],
  [
    'https://v.qq.com/iframe/preview.html?width=500&height=375&auto=0&vid=x0123abcdef',
    'https://v.qq.com/txp/iframe/player.html?vid=x0123abcdef',
    'https://v.qq.com/x/page/x0123abcdef.html',
  ],
  [
    'http://imgcache.qq.com/tencentvideo_v1/playerv3/TPout.swf?max_age=86400&vid=x0123abcdef&auto=0',
    'https://v.qq.com/txp/iframe/player.html?vid=x0123abcdef',
    'https://v.qq.com/x/page/x0123abcdef.html',
  ],
  [
    'https://player.youku.com/embed/XMTIzNDU2Nzg5MA==',
    'https://player.youku.com/embed/XMTIzNDU2Nzg5MA==',
    'https://v.youku.com/v_show/id_XMTIzNDU2Nzg5MA==.html',
  ],
  [
    'http://player.youku.com/player.php/Type/Folder/Fid//Ob//sid/XMTIzNDU2Nzg5MA==/v.swf',
    'https://player.youku.com/embed/XMTIzNDU2Nzg5MA==',
    'https://v.youku.com/v_show/id_XMTIzNDU2Nzg5MA==.html',
  ],
  [
    'https://www.acfun.cn/player/ac123456',
    'https://www.acfun.cn/player/ac123456',
    'https://www.acfun.cn/v/ac123456',
  ],
  [
    'https://www.ixigua.com/iframe/6912345678901234567?autoplay=0',
    'https://www.ixigua.com/iframe/6912345678901234567?autoplay=1',
    'https://www.ixigua.com/6912345678901234567',
  ],
  [
    'https://open.douyin.com/player/video?vid=7012345678901234567&autoplay=0',
    'https://open.douyin.com/player/video?vid=7012345678901234567&autoplay=1',
    'https://www.douyin.com/video/7012345678901234567',
  ],
  [
    'https://tv.sohu.com/s/sohuplayer/iplay.html?bid=123456789&autoplay=true',
    'https://tv.sohu.com/s/sohuplayer/iplay.html?bid=123456789&autoplay=true',
    'https://tv.sohu.com/s/sohuplayer/iplay.html?bid=123456789',
  ],
  [
    'https://open.iqiyi.com/developer/player_js/coopPlayerIndex.html?vid=0123456789abcdef0123456789abcdef&tvId=1234567',
    'https://open.iqiyi.com/developer/player_js/coopPlayerIndex.html?vid=0123456789abcdef0123456789abcdef&tvId=1234567',
    'https://open.iqiyi.com/developer/player_js/coopPlayerIndex.html?vid=0123456789abcdef0123456789abcdef&tvId=1234567',
  ],
  [
    'https://www.zhihu.com/video/1234567890123456789',
    'https://video.zhihu.com/video/1234567890123456789',
    'https://www.zhihu.com/video/1234567890123456789',
  ],
  [
    'https://player.vimeo.com/video/12345678?h=0123abcdef',
    'https://player.vimeo.com/video/12345678?h=0123abcdef&autoplay=1',
    'https://vimeo.com/12345678/0123abcdef',
  ],
  [
    'https://music.163.com/outchain/player?type=2&id=12345&auto=0&height=66',
    'https://music.163.com/outchain/player?type=2&id=12345&auto=1&height=90',
    'https://music.163.com/song?id=12345',
  ],
  [
    'https://open.spotify.com/embed/episode/0123456789ABCDEFGHabcd?theme=0',
    'https://open.spotify.com/embed/episode/0123456789ABCDEFGHabcd',
    'https://open.spotify.com/episode/0123456789ABCDEFGHabcd',
  ],
  [
    'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12345&color=%23ff5500',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F12345&auto_play=true',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F12345',
  ],
  [
    'https://embed.podcasts.apple.com/cn/podcast/some-show/id1234567890?i=1000123456789',
    'https://embed.podcasts.apple.com/cn/podcast/id1234567890?i=1000123456789',
    'https://podcasts.apple.com/cn/podcast/id1234567890?i=1000123456789',
  ],
  [
    'https://codepen.io/some-one/embed/preview/aBcDeFg?height=300',
    'https://codepen.io/some-one/embed/aBcDeFg?default-tab=result',
    'https://codepen.io/some-one/pen/aBcDeFg',
  ],
  [
    'https://twitter.com/someone/status/1234567890123456789?s=20',
    'https://platform.twitter.com/embed/Tweet.html?id=1234567890123456789&dnt=true',
    'https://x.com/i/status/1234567890123456789',
  ],
]

describe('a player or a page of a provider is known by its address', () => {
  test.each(cases)('%s', (address, player, page) => {
    expect(embed(address)).toMatchObject({ player, page })
    // The page is all that an article keeps: it leads to the same player.
    expect(embed(page)).toMatchObject({ player, page })
    expect(embed(player)).toMatchObject({ player, page })
  })

  test('every provider has one here', () => {
    expect(new Set(cases.map(([address]) => embed(address)?.provider))).toEqual(new Set(providers))
  })
})

test.each([
  'https://player.bilibili.com/player.html?bvid=BV1',
  'https://player.bilibili.com/player.html?bvid=BV17x411w7KC%22onload=x',
  'https://www.bilibili.com/',
  'https://www.youtube.com/embed/videoseries?list=PL0123',
  'https://www.youtube.com/embed/a-B_c1D2e3Fxyz',
  'https://evil.example/?vid=x0123abcdef',
  'https://v.qq.com.evil.example/iframe/player.html?vid=x0123abcdef',
  'https://evilyoutube.com/embed/a-B_c1D2e3F',
  'https://evil.example/https://www.youtube.com/embed/a-B_c1D2e3F',
  'https://www.youtube.com@evil.example/embed/a-B_c1D2e3F',
  'javascript://www.youtube.com/embed/a-B_c1D2e3F',
  'ftp://www.youtube.com/embed/a-B_c1D2e3F',
  'data:text/html,https://www.youtube.com/embed/a-B_c1D2e3F',
])('%s is none', address => {
  expect(embed(address)).toBeUndefined()
})

test('no address makes a player that is not at one of the known origins', () => {
  const host = fc.constantFrom(
    ...providers.flatMap(({ hosts, origin }) => [...hosts, new URL(origin).hostname]),
    'e.example',
  )
  const name = fc.constantFrom(
    'aid',
    'bvid',
    'vid',
    'v',
    'id',
    'type',
    'url',
    'i',
    'h',
    'p',
    'page',
    'tvId',
    'bid',
    'VideoIDS',
  )
  const value = fc.oneof(
    fc.constantFrom(
      '170001',
      'BV17x411w7KC',
      'x0123abcdef',
      '//e.example',
      '@e.example',
      '2',
      '../../x',
      '1&x=//e',
      'https://soundcloud.com/a/b',
      'https://soundcloud.com/../@e.example',
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  const segment = fc.oneof(
    fc.constantFrom(
      'embed',
      'v',
      'video',
      'player',
      'status',
      'sid',
      'id_X123456',
      'X1234567==',
      'ac12',
      '1234567890123456',
      'pen',
      'abcde',
      'cn',
      'podcast',
      'id12345',
      'track',
      '@e.example',
      '..',
      '\\e',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom('http:', 'https:', 'javascript:', 'data:'),
      host,
      fc.array(segment, { maxLength: 4 }),
      fc.array(fc.tuple(name, value), { maxLength: 4 }),
      (protocol, hostname, path, parameters) => {
        const found = embedOf({
          protocol,
          hostname,
          pathname: `/${path.join('/')}`,
          searchParams: new URLSearchParams(parameters),
        })
        if (!found) return
        for (const address of [found.player, found.page])
          expect(address).toMatch(/^https:\/\/[\w.-]+\/[\w./?=&%-]*$/)
        expect(playerOrigins).toContain(new URL(found.player).origin)
        // Nor does the page lead to another player.
        expect(embed(found.page)?.player).toBe(found.player)
      },
    ),
    { numRuns: 5000 },
  )
})
