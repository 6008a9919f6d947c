/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are checked by `npm run check` with the native compiler, which has no API that Next could call.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pg-boss', '@node-rs/argon2', 'sharp', 'exceljs', 'pino', 'twilio'],
  experimental: { serverActions: { bodySizeLimit: '1mb' }, authInterrupts: true },
}
