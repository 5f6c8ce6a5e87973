#!/bin/sh
# Writes .env from .env.example with a fresh random secret for everything that is empty there. Never overwrites an .env.
set -eu
cd "$(dirname "$0")/../.."
if [ -e .env ]; then
	echo ".env exists already; delete it first if you mean to lock yourself out of the data it opens." >&2
	exit 1
fi
umask 077
random() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
while IFS= read -r line; do
	case $line in
		*_MASTER_KEY=) printf '%s%s\n' "$line" "$(random)" ;;           # base64, 32 bytes: an AES-256 key
		[A-Z]*=) printf '%s%s\n' "$line" "$(random | tr -d '+/=')" ;;   # letters and digits: safe inside a URI
		*) printf '%s\n' "$line" ;;
	esac
done < .env.example > .env.new
mv .env.new .env
echo "Wrote .env (readable by you alone). Keep the four master keys somewhere safe: without them the data is unreadable."
