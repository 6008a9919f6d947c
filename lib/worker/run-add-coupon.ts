import { asPlatform } from '@/lib/db/as-platform'
import { closePools } from '@/lib/db/pools'
import { addCoupon, newCouponSchema } from '@/lib/subscriptions/add-coupon'

// `npm run coupon:add -- WELCOME-20 20% 3 "20 % off for 3 months"`: a promotion code, what it takes off (a share or an
// amount in USD), for how many months (or `ever`), and what people read.
const [code, off, months, description] = process.argv.slice(2)
try {
  const coupon = newCouponSchema.parse({ code, off, months, description })
  await asPlatform(tx => addCoupon(tx, coupon))
  console.log(`${coupon.code} may be used from now on.`)
} finally {
  await closePools()
}
