#!/usr/bin/env bash
# Starts n8n again from a new image without losing a call: docs/scale.md says why in this order. First
# set PACK_VERSION in .env.
set -euo pipefail
cd "$(dirname "$0")"

# What HAProxy says to a command.
balancer() {
	docker compose exec -T balancer bash -c 'exec 3<>/dev/tcp/127.0.0.1/9999; echo "$1" >&3; cat <&3' - "$1"
}

# Until HAProxy's table has a processor with no call (3 waiting, 5 open), or as one that gets calls.
until_idle() {
	until balancer 'show stat' | awk -F, -v name="$1" '$1 == "processors" && $2 == name { found = 1; open = $3 + $5 } END { exit !(found && open == 0) }'; do sleep 1; done
}
until_up() {
	until balancer 'show stat' | grep "^processors,$1," | grep -q ',UP,'; do sleep 1; done
}

docker compose build

echo 'Workers, while the queue is paused and main is out'
docker compose stop main
trap 'echo "Not finished. Let the queue go on: docker compose exec webhook-1 node /home/node/queue.cjs resume; docker compose up -d" >&2' ERR
docker compose exec -T webhook-1 node /home/node/queue.cjs pause
docker compose up -d --no-deps --wait worker
docker compose exec -T webhook-1 node /home/node/queue.cjs resume

for processor in webhook-1 webhook-2; do
	echo "$processor, while it gets no call"
	balancer "set server processors/$processor state drain"
	until_idle "$processor"
	docker compose up -d --no-deps --wait "$processor"
	balancer "set server processors/$processor state ready"
	until_up "$processor"
done

echo 'Main'
docker compose up -d --no-deps --wait main
