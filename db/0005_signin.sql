-- 0005: how people sign in: second factor, invitations, the pact.

PRAGMA user_version = 5;
