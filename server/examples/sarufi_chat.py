# Chat: a session and a message. Needs SARUFI_URL, SARUFI_KEY, CHATBOT_ID, and the package requests.
import os

import requests

BASE = os.environ["SARUFI_URL"]
HEADERS = {"Authorization": f"Bearer {os.environ['SARUFI_KEY']}"}
CHATBOT_ID = os.environ["CHATBOT_ID"]

# Create session
resp = requests.post(f"{BASE}/chatbots/{CHATBOT_ID}/chat/sessions", headers=HEADERS)
session_data = resp.json()
session_id = session_data["session_id"]
print("Greeting:", session_data["messages"])

# Send message
resp = requests.post(
    f"{BASE}/chatbots/{CHATBOT_ID}/chat/sessions/{session_id}/messages",
    headers=HEADERS,
    json={"message": "Hello"},
)
print("Bot:", resp.json()["messages"])
