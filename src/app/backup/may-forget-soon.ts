/** Whether this browser clears what sites keep after seven days without a visit: Safari does, and all on iOS with it. */
export const mayForgetSoon = (): boolean => navigator.vendor.startsWith('Apple')
