/** Waits until a server answers. @throws if it does not within ten seconds */
export async function answers(url) {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await fetch(url)
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  throw new Error(`${url} does not answer`)
}
