#!/bin/sh
# Chat: a session, then single messages and a whole conversation. Needs SARUFI_URL, SARUFI_KEY, CHATBOT_ID, and jq.
set -eu
SESSION=$(curl -s -X POST \
  "$SARUFI_URL/chatbots/$CHATBOT_ID/chat/sessions" \
  -H "Authorization: Bearer $SARUFI_KEY" | jq -r '.session_id')
echo "Session: $SESSION"
curl -s -X POST "$SARUFI_URL/chatbots/$CHATBOT_ID/chat/sessions/$SESSION/messages" \
  -H "Authorization: Bearer $SARUFI_KEY" \
  -H "Content-Type: application/json" \
  -d '{"message": "I need help with my order"}' | jq -c
curl -s -X POST "$SARUFI_URL/chatbots/$CHATBOT_ID/chat/sessions/$SESSION/messages" \
  -H "Authorization: Bearer $SARUFI_KEY" \
  -H "Content-Type: application/json" \
  -d '{"message": "FAQ", "button_id": "faq"}' | jq -c
curl -s -X POST "$SARUFI_URL/chatbots/$CHATBOT_ID/chat/sessions/$SESSION/messages" \
  -H "Authorization: Bearer $SARUFI_KEY" \
  -H "Content-Type: application/json" \
  -d '{"message": "What are your business hours?"}' | jq -c
curl -s -X POST "$SARUFI_URL/chatbots/$CHATBOT_ID/chat/sessions/$SESSION/messages" \
  -H "Authorization: Bearer $SARUFI_KEY" \
  -H "Content-Type: application/json" \
  -d '{"message": "Thanks!"}' | jq -c
