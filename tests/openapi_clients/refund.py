"""Refunds a part of a payment through the client of openapi-python-client: URL IMP_UID."""

import sys

from port_one_rest_api_v1_client import AuthenticatedClient, Client
from port_one_rest_api_v1_client.api.authentication import authentication_get_token
from port_one_rest_api_v1_client.api.payments import payments_cancel
from port_one_rest_api_v1_client.models import AccessToken, CancelPayment, GetToken, Payment
from port_one_rest_api_v1_client.models import AuthenticationGetTokenResponse200 as TokenAnswer
from port_one_rest_api_v1_client.models import PaymentsCancelResponse200 as CancelAnswer

url, imp_uid = sys.argv[1:]
keys = GetToken(imp_key="imp-key", imp_secret="imp-secret")
answer = authentication_get_token.sync(client=Client(base_url=url), body=keys)
assert isinstance(answer, TokenAnswer) and isinstance(answer.response, AccessToken), answer

client = AuthenticatedClient(base_url=url, token=answer.response.access_token)
body = CancelPayment(imp_uid=imp_uid, amount=400, checksum=1_000)
# What the merchant left out is not sent.
assert body.to_dict() == {"imp_uid": imp_uid, "amount": 400, "checksum": 1_000}, body.to_dict()
refund = payments_cancel.sync(client=client, body=body)
assert isinstance(refund, CancelAnswer) and refund.code == 0, refund
assert isinstance(refund.response, Payment) and refund.response.cancel_amount == 400, refund
