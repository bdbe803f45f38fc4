interface Policy {
  createScriptURL(url: string): string
}

/** The policy's name stands in the page's; it can be made once only. */
let policy: Policy | undefined

/** A script address that may start a worker under Trusted Types, where the browser has them. */
export function trustedScript(address: string): string {
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }
  }
  policy ??= trustedTypes?.createPolicy('app-sw', { createScriptURL: url => url })
  return policy ? policy.createScriptURL(address) : address
}
