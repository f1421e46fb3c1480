metadata description = 'The storage account with everything that the code names in StorageNames.'

param name string
param location string
param tags object
param sku string

@description('Container of the app\'s package.')
param packageContainer string

@description('Whether the account is reachable through private endpoints only.')
param privateNetwork bool

@description('Whether the account is locked against deletion.')
param protect bool

var queues = ['captured', 'anonymized', 'labeled', 'erasure']
var tables = [
  'messages'
  'claims'
  'scopes'
  'consents'
  'counters'
  'datasets'
  'lineage'
  'erasures'
  'audit'
  'finetunes'
  'failures'
]
var containers = ['finetune', packageContainer]

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: 'None' }
  }

  // What is deleted here is deleted because somebody withdrew consent or because its time is over. Versions, soft delete, snapshots and
  // point-in-time restore would keep it, so none of them is on (docs/deploy.md says what that costs).
  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: false
      deleteRetentionPolicy: { enabled: false, allowPermanentDelete: false }
      containerDeleteRetentionPolicy: { enabled: false }
      changeFeed: { enabled: false }
      restorePolicy: { enabled: false }
    }

    resource container 'containers' = [
      for container in containers: {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [for queue in queues: { name: queue }]
    resource poison 'queues' = [for queue in queues: { name: '${queue}-poison' }]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for table in tables: { name: table }]
  }

  // The app itself removes what is past its age (Retention__…): it knows which version is the latest, which no rule here could. These rules are for
  // the day on which somebody turns versions or snapshots on: copies of what was erased last a day.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'no-copies-of-what-was-deleted'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'] }
              actions: {
                version: { delete: { daysAfterCreationGreaterThan: 1 } }
                snapshot: { delete: { daysAfterCreationGreaterThan: 1 } }
              }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protect) {
  scope: account
  name: 'no-delete'
  properties: {
    level: 'CanNotDelete'
    notes: 'Nothing in this account can be restored. Remove the lock only to take the environment down.'
  }
}

output id string = account.id
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
