metadata description = 'The workspace of all logs and metrics.'

param name string
param location string
param tags object

@description('How long logs are kept, in days.')
param logDays int

@description('Most GB a day; -1 for no limit.')
param logQuotaGb int

@description('The rule that filters what comes in; empty for none.')
param filterId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    workspaceCapping: { dailyQuotaGb: logQuotaGb }
    features: { disableLocalAuth: true }
    ...(empty(filterId) ? {} : { defaultDataCollectionRuleResourceId: filterId })
  }
}

output id string = workspace.id
