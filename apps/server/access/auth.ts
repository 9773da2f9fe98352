import { APIError, betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import type { Pool } from 'pg';

/** Minutes without a request after which a session ends. */
export const idleMinutes = 30;
/** A session is renewed when it was last renewed so long ago. */
export const renewAfterSeconds = 60;

export interface AuthOptions {
  pool: Pool;
  secret: string;
  /** The address people type, when a proxy with TLS stands before the program; cookies are then Secure. */
  origin?: string | undefined;
  isDisabled(account: string): Promise<boolean>;
}

export type Auth = ReturnType<typeof createAuth>;

/** Sign-in by user name and password with TOTP; better-auth on tables of our own names. */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    appName: '互鉴',
    basePath: '/api/auth',
    ...(options.origin ? { baseURL: options.origin } : {}),
    secret: options.secret,
    database: options.pool,
    telemetry: { enabled: false },
    // Ours counts in the database and by user name: sign-in-guard.ts.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    // Every write is checked for its origin before it comes here: http/same-origin.ts.
    trustedOrigins: (request) => [request ? new URL(request.url).origin : undefined],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'account_session',
      fields: {
        userId: 'account',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: { assignment: { type: 'number', required: false, input: false } },
      expiresIn: idleMinutes * 60,
      updateAge: renewAfterSeconds,
    },
    account: {
      modelName: 'account_credential',
      fields: {
        userId: 'account',
        providerId: 'provider',
        accountId: 'provider_account',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'account_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'hujian',
      useSecureCookies: options.origin?.startsWith('https:') ?? false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: ['x-hujian-peer'] },
    },
    databaseHooks: {
      session: {
        create: {
          // After the password was checked, so that a disabled account answers as slowly as any other.
          before: async (session) => {
            if (await options.isDisabled(session.userId)) throw new APIError('UNAUTHORIZED');
          },
        },
      },
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: 40,
        usernameValidator: () => true,
        schema: { user: { fields: { username: 'user_name' } } },
      }),
      twoFactor({
        issuer: '互鉴',
        twoFactorTable: 'account_totp',
        accountLockout: { maxFailedAttempts: 5, durationSeconds: 15 * 60 },
        schema: {
          user: { fields: { twoFactorEnabled: 'totp_on' } },
          twoFactor: {
            fields: {
              userId: 'account',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failures',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
}
