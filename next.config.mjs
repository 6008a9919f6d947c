// What holds for every answer; the policy of what a page may run differs by answer and is set in middleware.ts.
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The log of a development server would show what forms carry, passwords among it.
  logging: { serverFunctions: false },
  headers: async () => [{ source: '/:path*', headers }],
  // Nothing uses the resizing endpoint, which fetches addresses that visitors name.
  images: { unoptimized: true },
  // Types are checked by `npm run check` with the native compiler, which has no API that Next could call.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pg-boss', '@node-rs/argon2', 'sharp', 'pino', 'twilio'],
  experimental: { serverActions: { bodySizeLimit: '1mb' }, authInterrupts: true },
}
