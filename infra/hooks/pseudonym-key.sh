#!/usr/bin/env bash
# After azd provision: makes the pseudonym key if the vault has none, and has the app read it. A key that is there is never changed.
# The key goes through the resource manager, so that whoever deploys needs no right to read secrets, and a vault behind private endpoints can be reached.
set -euo pipefail

: "${AZURE_SUBSCRIPTION_ID:?}" "${AZURE_RESOURCE_GROUP:?}" "${AZURE_KEY_VAULT_NAME:?}" "${AZURE_FUNCTION_NAME:?}" "${PSEUDONYM_SECRET:?}"

manager=$(az cloud show --query endpoints.resourceManager --output tsv)
group="${manager%/}/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers"
secret="$group/Microsoft.KeyVault/vaults/$AZURE_KEY_VAULT_NAME/secrets/$PSEUDONYM_SECRET?api-version=2024-11-01"

# Only "there is none" makes one: after any other failure a key that users are known by might be replaced.
if answer=$(az rest --method get --url "$secret" 2>&1); then
  echo "The vault has $PSEUDONYM_SECRET."
elif grep -Eq 'SecretNotFound|ResourceNotFound|Not Found' <<<"$answer"; then
  printf '{"properties":{"value":"%s"}}' "$(openssl rand -base64 32)" \
    | az rest --method put --url "$secret" --headers Content-Type=application/json --body @- --output none
  echo "Made $PSEUDONYM_SECRET. Back it up: az keyvault secret backup (docs/deploy.md)."
else
  echo "$answer" >&2
  exit 1
fi

az rest --method post --output none \
  --url "$group/Microsoft.Web/sites/$AZURE_FUNCTION_NAME/config/configreferences/appsettings/refresh?api-version=2022-03-01"
