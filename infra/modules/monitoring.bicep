metadata description = 'Logs and metrics: Application Insights on a workspace that keeps no addresses of requests.'

param workspaceName string
param insightsName string
param location string
param tags object
param logDays int
param logQuotaGb int

module workspace 'workspace.bicep' = {
  params: {
    name: workspaceName
    location: location
    tags: tags
    logDays: logDays
    logQuotaGb: logQuotaGb
    filterId: ''
  }
}

// The address of a consent holds the user's id, and no log may hold one. The app's own spans have none. The host's have them in many places (Name,
// OperationName, Url, Data, Properties), so it is told to keep no spans (app.bicep); what it sends all the same, as older versions do, is dropped
// here before it is stored. Its telemetry is known by its SDK; the app's is of the SDK dotnetiso. Of its logs, those that
// quote an address go.
resource filter 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: 'dcr-${workspaceName}'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    dataSources: {}
    destinations: {
      logAnalytics: [{ name: 'workspace', workspaceResourceId: workspace.outputs.id }]
    }
    dataFlows: [
      {
        streams: ['Microsoft-Table-AppRequests']
        destinations: ['workspace']
        transformKql: 'source | where not(SDKVersion startswith \'azurefunctions\') | extend Url = \'\''
      }
      {
        streams: ['Microsoft-Table-AppDependencies']
        destinations: ['workspace']
        transformKql: 'source | where not(SDKVersion startswith \'azurefunctions\')'
      }
      {
        streams: ['Microsoft-Table-AppTraces']
        destinations: ['workspace']
        transformKql: 'source | where not(SDKVersion startswith \'azurefunctions\' and (Message contains \'/api/\' or tostring(Properties) contains \'/api/\')) | extend OperationName = iif(SDKVersion startswith \'azurefunctions\', \'\', OperationName)'
      }
      {
        streams: ['Microsoft-Table-AppExceptions']
        destinations: ['workspace']
        transformKql: 'source | where not(SDKVersion startswith \'azurefunctions\' and (OuterMessage contains \'/api/\' or tostring(Properties) contains \'/api/\')) | extend OperationName = iif(SDKVersion startswith \'azurefunctions\', \'\', OperationName)'
      }
    ]
  }
}

// A rule needs the workspace and the workspace its rule, so the workspace is written twice.
module filteredWorkspace 'workspace.bicep' = {
  params: {
    name: workspaceName
    location: location
    tags: tags
    logDays: logDays
    logQuotaGb: logQuotaGb
    filterId: filter.id
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: filteredWorkspace.outputs.id
    DisableLocalAuth: true
  }
}

output workspaceId string = filteredWorkspace.outputs.id
output insightsId string = insights.id
