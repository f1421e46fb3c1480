metadata description = 'What somebody is told of.'

param location string
param tags object
param workspaceId string
param insightsId string

@description('Who is told; empty for nobody: alerts then show in the portal only.')
param email string

@description('The app\'s host name.')
param appHost string

@description('Whether Azure calls /api/health.')
param healthTest bool

var groups = empty(email) ? [] : [group.id]

// Windows are longer than the pauses between looks: a figure comes in minutes after its time. All ask for figures of the app (docs/telemetry.md), which no sampling thins out. A figure is sent each minute: Sum and ItemCount are of that minute.
var rules = [
  {
    name: 'poison'
    description: 'A message failed for good and waits in a poison queue. docs/operations.md: Something failed.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT30M'
    reach: null
    query: 'AppMetrics | where Name in ("cosecha.queue.message.failed", "cosecha.queue.message.refused") | summarize Found = sum(Sum)'
    column: 'Found'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'no-export'
    description: 'No data set version was made for 26 hours: the nightly export is missing. POST /api/exports makes one.'
    severity: 2
    frequency: 'PT1H'
    window: 'PT1H'
    reach: 'P2D'
    query: 'AppMetrics | where Name == "cosecha.export.runs" and tostring(Properties["cosecha.outcome"]) in ("created", "unchanged") and TimeGenerated > ago(26h) | summarize Found = coalesce(sum(Sum), 0.0)'
    column: 'Found'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'errors'
    description: 'More than a tenth of all requests and stages failed, of twenty at least.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT30M'
    reach: null
    query: 'AppMetrics | where Name in ("messaging.process.duration", "http.server.request.duration") | summarize All = sum(ItemCount), Failed = sumif(ItemCount, isnotempty(tostring(Properties["error.type"]))) | extend Share = iff(All < 20, 0.0, 100.0 * Failed / All)'
    column: 'Share'
    operator: 'GreaterThan'
    threshold: 10
  }
  {
    name: 'queue-age'
    description: 'Messages waited for more than half an hour before a stage took them, outages of services that they need included.'
    severity: 3
    frequency: 'PT15M'
    window: 'PT30M'
    reach: null
    query: 'AppMetrics | where Name == "cosecha.queue.message.age" | summarize Minutes = max(Max) / 60'
    column: 'Minutes'
    operator: 'GreaterThan'
    threshold: 30
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-cosecha'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'cosecha'
    emailReceivers: [{ name: 'staff', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource logRule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Cosecha: ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.frequency
      windowSize: rule.window
      // What a query asks about, where that is more than the window.
      overrideQueryTimeRange: rule.reach
      autoMitigate: true
      // A new workspace has no columns to check a query against yet.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: rule.column
            timeAggregation: 'Maximum'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: groups }
    }
  }
]

resource test 'Microsoft.Insights/webtests@2022-06-15' = if (healthTest) {
  name: 'health'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'health'
    Name: 'Cosecha: health'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    Locations: [{ Id: 'us-va-ash-azr' }, { Id: 'emea-nl-ams-azr' }, { Id: 'latam-br-gru-edge' }]
    Request: { RequestUrl: 'https://${appHost}/api/health', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
      // Degraded is 200 too: messages in a poison queue, staff shut out, the model away.
      ContentValidation: { ContentMatch: '"status":"degraded"', PassIfTextFound: false, IgnoreCase: true }
    }
  }
}

resource unwell 'Microsoft.Insights/metricAlerts@2018-03-01' = if (healthTest) {
  name: 'alert-health'
  location: 'global'
  tags: tags
  properties: {
    description: 'GET /api/health is not healthy: its answer says why, poison queues and their depth included.'
    severity: 1
    enabled: true
    scopes: [test.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: test.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [for id in groups: { actionGroupId: id }]
  }
}
