#!/bin/sh
# Conversations: list, get, create, update. Needs SAHUT_URL and SAHUT_KEY.
set -eu
curl -sS --fail-with-body "$SAHUT_URL/conversations" \
  -H "Authorization: Bearer $SAHUT_KEY" \
  -H "Content-Type: application/json"
echo
curl -sS --fail-with-body "$SAHUT_URL/conversations?status=open&per_page=10" \
  -H "Authorization: Bearer $SAHUT_KEY"
echo
curl -sS --fail-with-body "$SAHUT_URL/conversations/conv_01HX2B9K3M5N7P" \
  -H "Authorization: Bearer $SAHUT_KEY"
echo
curl -sS --fail-with-body -X POST "$SAHUT_URL/conversations" \
  -H "Authorization: Bearer $SAHUT_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "contact_id": "ct_01HX3C0L4N6P8Q",
    "channel_id": "ch_01HX1A8J2L4M6N",
    "message": {
      "content": "Halo Budi, ada yang bisa kami bantu?"
    }
  }'
echo
curl -sS --fail-with-body -X PATCH "$SAHUT_URL/conversations/conv_01HX2B9K3M5N7P" \
  -H "Authorization: Bearer $SAHUT_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "status": "resolved",
    "labels": ["resolved-billing"]
  }'
echo
