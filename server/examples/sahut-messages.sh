#!/bin/sh
# Messages: list, send a text, send a template. Needs SAHUT_URL and SAHUT_KEY.
set -eu
curl -sS --fail-with-body "$SAHUT_URL/conversations/conv_01HX2B9K3M5N7P/messages" \
  -H "Authorization: Bearer $SAHUT_KEY"
echo
curl -sS --fail-with-body -X POST \
  "$SAHUT_URL/conversations/conv_01HX2B9K3M5N7P/messages" \
  -H "Authorization: Bearer $SAHUT_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "content": "Terima kasih telah menghubungi kami. Pesanan Anda sudah kami proses."
  }'
echo
curl -sS --fail-with-body -X POST \
  "$SAHUT_URL/conversations/conv_01HX2B9K3M5N7P/messages" \
  -H "Authorization: Bearer $SAHUT_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "template_id": "tmpl_order_confirmation",
    "template_variables": {
      "customer_name": "Budi",
      "order_id": "ORD-12345",
      "total": "Rp 450.000"
    }
  }'
echo
