metadata description = 'The vault of the pseudonym key. The secrets themselves are made by hooks/pseudonym-key.sh, so that no template or deployment record holds one.'

param name string
param location string
param tags object

@description('Whether the vault is reachable through private endpoints only.')
param privateNetwork bool

@description('Whether the vault is locked against deletion and cannot be purged.')
param protect bool

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // A lost pseudonym key loses every user: unlike the data, it is kept for 90 days after it was deleted.
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Azure takes true or nothing: once on, it stays on.
    enablePurgeProtection: protect ? true : null
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: 'None' }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protect) {
  scope: vault
  name: 'no-delete'
  properties: { level: 'CanNotDelete' }
}

output id string = vault.id
output uri string = vault.properties.vaultUri
