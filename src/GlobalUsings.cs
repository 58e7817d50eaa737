// What a use case and its tables are written with, so that a file names only what is particular to it.
global using FluentValidation;
global using Marten;
global using MediatR;
global using Microsoft.Extensions.Options;
global using MyBudget.Domain;
global using MyBudget.Infrastructure.Database;
global using MyBudget.Infrastructure.EventStore;
global using MyBudget.Infrastructure.Http;
global using MyBudget.Infrastructure.OpenApi;
global using MyBudget.Infrastructure.Security;
global using MyBudget.Infrastructure.UseCases;
