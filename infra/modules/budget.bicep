metadata description = 'Tells by mail when the month\'s bill nears its budget.'

param amount int
param email string

@description('First day of the month in which the budget was first made, such as 2026-11-01. Azure takes no earlier month then, and never another one.')
param start string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'cosecha'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [email]
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [email]
      }
    }
  }
}
