create table seen (product text not null);
create table told (letter text not null);
