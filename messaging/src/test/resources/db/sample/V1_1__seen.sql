create table seen (product text not null);
